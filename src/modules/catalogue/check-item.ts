import type {
  Body,
  CatalogueItem,
  CodeList,
  Condition,
  CrossFieldRule,
  Field,
  FieldRole,
  FieldType,
  SourceProfile,
} from "./catalogue-item.ts";
import type { CatalogueFault } from "./catalogue-fault.ts";
import { foldHeader, headersOf } from "./derive/header-index.ts";

/** What an item may refer to. */
export interface ItemSurroundings {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly bodies: ReadonlyMap<string, Body>;
}

type Told = (pointer: string, message: string) => void;

/** Which type a field with a role must have; generic code reads the value as that. */
const ROLE_TYPES = {
  "subject-name": "text",
  "subject-category": "choice",
  "name-valid-from": "date",
  "subject-identifier": "identifier",
  "legal-representative": "text",
  "person-identity": "identity-number",
  "decision-date": "date",
  "document-number": "text",
  "valid-from": "date",
  "valid-to": "date",
  "authority-name": "text",
  "authority-code": "identifier",
  "source-name": "text",
  "source-code": "identifier",
  headline: "text",
  severity: "choice",
  "penalty-kinds": "choices",
  procedure: "choice",
  "publicity-end": "date",
  status: "choice",
} satisfies Record<FieldRole, FieldType>;

const REPEATABLE: ReadonlySet<FieldRole> = new Set(["subject-identifier", "person-identity"]);
/** Without these no record can be filed. */
const NEEDED: readonly FieldRole[] = ["subject-name", "decision-date"];

/** Finds everything in an item of right shape that cannot work: dead references, doubles, missing law. */
export function checkItem(item: CatalogueItem, around: ItemSurroundings, file: string): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const told: Told = (pointer, message) => faults.push({ file, pointer, message });
  const fields = new Map(item.fields.map((field) => [field.key, field]));
  if (item.disclosure === "public" && item.legalBasis.length === 0) {
    told("/legalBasis", "an item that is published needs a legal basis");
  }
  if (item.disclosure !== "public" && item.publicity.window !== null) {
    told("/publicity/window", `an item that is not public (${item.disclosure}) has no window of publicity`);
  }
  if (item.effectiveTo !== null && item.effectiveTo < item.effectiveFrom) told("/effectiveTo", "ends before it begins");
  checkFields(item, fields, around, told);
  checkRoles(item, told);
  checkHeaders(item, told);
  checkRules(item, fields, around, told);
  checkNaturalKey(item, fields, told);
  item.profiles.forEach((profile, at) =>
    checkProfile(item, profile, fields, around, (p, m) => told(`/profiles/${at}${p}`, m)),
  );
  item.samples.forEach((sample, at) => {
    for (const key of Object.keys(sample.cells)) {
      if (!fields.has(key)) told(`/samples/${at}/cells/${key}`, `there is no field ${key}`);
    }
  });
  return faults;
}

function checkFields(
  item: CatalogueItem,
  fields: ReadonlyMap<string, Field>,
  around: ItemSurroundings,
  told: Told,
): void {
  const groups = new Set(item.groups.map((group) => group.key));
  const seen = new Set<string>();
  item.fields.forEach((field, at) => {
    const here = `/fields/${at}`;
    if (seen.has(field.key)) told(`${here}/key`, `the key ${field.key} stands twice`);
    seen.add(field.key);
    if (!groups.has(field.group)) told(`${here}/group`, `there is no group ${field.group}`);
    if ((field.type === "choice" || field.type === "choices") && !around.codes.has(field.codes)) {
      told(`${here}/codes`, `there is no code list ${field.codes}`);
    }
    if (field.type === "identity-number") {
      if (field.disclosure === "public") told(`${here}/disclosure`, "an identity number is never public");
      if (field.documentTypeField !== null && fields.get(field.documentTypeField)?.type !== "choice") {
        told(`${here}/documentTypeField`, `there is no choice field ${field.documentTypeField}`);
      }
    }
    if (typeof field.required === "object")
      checkCondition(field.required, fields, around, (m) => told(`${here}/required`, m));
    if (field.forbidden) checkCondition(field.forbidden, fields, around, (m) => told(`${here}/forbidden`, m));
  });
}

function checkCondition(
  condition: Condition,
  fields: ReadonlyMap<string, Field>,
  around: ItemSurroundings,
  told: (message: string) => void,
): void {
  const field = fields.get(condition.field);
  if (!field) return told(`there is no field ${condition.field}`);
  if (field.type !== "choice" && field.type !== "choices") return;
  const known = new Set(around.codes.get(field.codes)?.values.map((code) => code.value));
  for (const value of [...(condition.in ?? []), ...(condition.notIn ?? [])]) {
    if (!known.has(value)) told(`the code list ${field.codes} has no value ${value}`);
  }
}

function checkRoles(item: CatalogueItem, told: Told): void {
  const held = new Map<FieldRole, string>();
  item.fields.forEach((field, at) => {
    if (!field.role) return;
    const other = held.get(field.role);
    if (other !== undefined && !REPEATABLE.has(field.role))
      told(`/fields/${at}/role`, `the role ${field.role} is held by ${other} too`);
    held.set(field.role, field.key);
    if (ROLE_TYPES[field.role] !== field.type) {
      told(`/fields/${at}/role`, `the role ${field.role} needs the type ${ROLE_TYPES[field.role]}, not ${field.type}`);
    }
  });
  for (const role of NEEDED) if (!held.has(role)) told("/fields", `no field has the role ${role}`);
}

function checkHeaders(item: CatalogueItem, told: Told): void {
  const held = new Map<string, string>();
  item.fields.forEach((field, at) => {
    for (const header of headersOf(field)) {
      const folded = foldHeader(header);
      const other = held.get(folded);
      if (other !== undefined && other !== field.key)
        told(`/fields/${at}/aliases`, `the header ${header} means ${other} too`);
      held.set(folded, field.key);
    }
  });
}

const RULE_TYPES = {
  "not-after-today": ["date"],
  "not-before": ["date"],
  "contains-all": ["text"],
  "bracketed-year": ["text"],
  "names-article": ["text"],
  absent: ["text", "identifier", "identity-number", "date", "choice", "choices", "money"],
  "code-starts-with": ["identifier"],
  "code-not-starts-with": ["identifier"],
} satisfies Record<CrossFieldRule["check"]["kind"], readonly FieldType[]>;

function checkRules(
  item: CatalogueItem,
  fields: ReadonlyMap<string, Field>,
  around: ItemSurroundings,
  told: Told,
): void {
  item.rules.forEach((rule, at) => {
    const here = `/rules/${at}`;
    const types: readonly FieldType[] = RULE_TYPES[rule.check.kind];
    const field = fields.get(rule.field);
    if (!field) told(`${here}/field`, `there is no field ${rule.field}`);
    else if (!types.includes(field.type))
      told(`${here}/field`, `the check ${rule.check.kind} does not apply to a field of type ${field.type}`);
    if (rule.check.kind === "not-before" && fields.get(rule.check.other)?.type !== "date") {
      told(`${here}/check/other`, `there is no date field ${rule.check.other}`);
    }
    if (rule.when) checkCondition(rule.when, fields, around, (m) => told(`${here}/when`, m));
  });
}

function checkNaturalKey(item: CatalogueItem, fields: ReadonlyMap<string, Field>, told: Told): void {
  item.naturalKey.forEach((part, at) => {
    for (const key of typeof part === "string" ? [part] : part) {
      if (!fields.has(key)) told(`/naturalKey/${at}`, `there is no field ${key}`);
    }
  });
}

function checkProfile(
  item: CatalogueItem,
  profile: SourceProfile,
  fields: ReadonlyMap<string, Field>,
  around: ItemSurroundings,
  told: Told,
): void {
  if (profile.body !== null && !around.bodies.has(profile.body)) told("/body", `there is no body ${profile.body}`);
  const filled = new Map<string, string>();
  const fill = (key: string, pointer: string): void => {
    if (!fields.has(key)) told(pointer, `there is no field ${key}`);
    const other = filled.get(key);
    if (other !== undefined) told(pointer, `${key} is filled by ${other} too`);
    filled.set(key, pointer);
  };
  for (const [header, key] of Object.entries(profile.columns)) fill(key, `/columns/${header}`);
  for (const key of Object.keys(profile.constants)) fill(key, `/constants/${key}`);
  for (const [key, derivation] of Object.entries(profile.derivations)) {
    const pointer = `/derivations/${key}`;
    const source = fields.get(derivation.from);
    fill(key, pointer);
    if (!source || derivation.from in profile.derivations)
      told(pointer, `${derivation.from} is not read from the file`);
    if (derivation.kind === "copy" && source?.type !== fields.get(key)?.type)
      told(pointer, "copies between fields of unlike type");
    if (
      derivation.kind === "category-by-code" &&
      (source?.type !== "identifier" || fields.get(key)?.type !== "choice")
    ) {
      told(pointer, "works out a choice from an identifier only");
    }
  }
  for (const key of Object.keys(profile.waived)) fill(key, `/waived/${key}`);
  for (const [key, list] of Object.entries(profile.codes ?? {})) checkOwnCodes(fields.get(key), list, around, told);
  (profile.gates ?? []).forEach((gate, at) => {
    const known = new Set(around.codes.get(gate.codes)?.values.map((code) => code.value));
    for (const value of gate.passes)
      if (!known.has(value)) told(`/gates/${at}`, `the code list ${gate.codes} has no value ${value}`);
  });
  for (const field of item.fields) {
    if (field.required === true && !filled.has(field.key) && profile.itemHeaders !== true)
      told("/waived", `the required field ${field.key} is neither filled nor waived`);
  }
}

/** A source's own list is for a choice, and what its values stand for is in the list of the field. */
function checkOwnCodes(field: Field | undefined, list: string, around: ItemSurroundings, told: Told): void {
  const own = around.codes.get(list);
  if (field?.type !== "choice" || !own) return told(`/codes/${field?.key ?? ""}`, `${list} is no list for a choice`);
  const meant = new Set(around.codes.get(field.codes)?.values.map((code) => code.value));
  for (const { standsFor } of own.values)
    if (standsFor !== undefined && !meant.has(standsFor))
      told(`/codes/${field.key}`, `${field.codes} has no value ${standsFor}`);
}
