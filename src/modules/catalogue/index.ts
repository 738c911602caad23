/**
 * What a record is: catalogue items with their fields, code lists, bodies and source profiles, loaded from the law data,
 * and everything that is derived from an item (judge, template, form, schemas, page layout, dictionary, natural key).
 *
 * Promises: a catalogue that loads is whole (no dead reference, no header with two meanings, no published item without a
 * legal basis); a new item is one data file; the judge never throws and tells everything that it read otherwise than it
 * was written; findings never show an identity number.
 * Refuses: a field listed anywhere but in the data; a value guessed where it is not certain; law in code.
 */
export { loadCatalogue } from "./load-catalogue.ts";
export { CatalogueError, type CatalogueFault } from "./catalogue-fault.ts";
export { checkLawFile, readLawFile } from "./law-file.ts";
export type { Catalogue } from "./catalogue.ts";
export type {
  Body,
  CatalogueItem,
  Citation,
  CodeList,
  CodeValue,
  Condition,
  CrossFieldRule,
  Disclosure,
  Field,
  FieldRole,
  FieldType,
  FieldValue,
  IdentifierScheme,
  PublicityRule,
  RowValues,
  SampleRow,
  SourceProfile,
  SubjectKind,
} from "./catalogue-item.ts";
export type { CellInput } from "./cell-input.ts";
export type { CalendarYear, HolidayNotice } from "./calendar/calendar-year.ts";
export { dayText, deadlineText } from "./calendar/deadline-text.ts";
export { loadWorkdays } from "./calendar/load-workdays.ts";
export { Workdays, type CalendarDay, type DeadlineArithmetic, type MissingCalendar } from "./calendar/workdays.ts";
export { registerCatalogueRoutes } from "./catalogue.routes.ts";
export { syncCatalogue } from "./editions.store.ts";
export { syncCalendars } from "./calendar/calendar-years.store.ts";
export type { Duty, PeriodUnit } from "./duties/duty.ts";
export {
  findObligation,
  holderOn,
  obligationsBetween,
  type Obligation,
  type ObligationFilter,
} from "./duties/obligation.rules.ts";
export { monthsBetween, parsePeriod, type Period } from "./duties/period.rules.ts";
export { registerDutyRoutes } from "./duties/duties.routes.ts";
export { checkIdentifier, type IdentifierKind } from "./identifiers/check-identifier.ts";
export { isCitizenId, isCitizenShaped } from "./identifiers/citizen-id.ts";
export { foldIdentifier } from "./identifiers/fold-identifier.ts";
export { identify, type Identified } from "./identifiers/identify.ts";
export { catalogueProblem } from "./catalogue.problems.ts";
export { codeInForce } from "./code-index.ts";
export { catalogueSchemaFiles } from "./catalogue-file-schemas.ts";
export { publicRecordSchema, rowSchema, type JsonSchema } from "./derive/api-schema.ts";
export { itemDocumentation, type FieldEntry, type ItemDocumentation } from "./derive/documentation.ts";
export { entryCell, entryCells } from "./derive/entry-cells.ts";
export { entryForm, type EntryForm, type FormControl, type FormField } from "./derive/form.ts";
export { foldHeader, headerIndex, proposalOf, proposeProfile, type HeaderIndex } from "./derive/header-index.ts";
export type { UnitAbove } from "./derive/normalise/read-money.ts";
export { importTemplate } from "./derive/import-template.ts";
export { compileNaturalKey, type KeyedHash, type NaturalKeyOf } from "./derive/natural-key.ts";
export { proposeValues } from "./derive/propose/propose-values.ts";
export { compilePublicMasks, type MaskedValue } from "./derive/public-masks.ts";
export {
  fieldLabel,
  publicValues,
  publicView,
  valueInWords,
  type PublicView,
  type ViewField,
} from "./derive/public-view.ts";
export { fieldWithRole, valueOfRole } from "./field-with-role.ts";
export type { JudgeColumn } from "./derive/row-plan.ts";
export { maskNumber } from "./personal-numbers/mask-number.ts";
export { maskPersonalNumbers } from "./personal-numbers/mask-personal-numbers.ts";
export { shownCell, shownValue } from "./derive/shown-value.ts";

export { compileJudge, type Judge, type JudgedRow } from "./derive/validator.ts";
