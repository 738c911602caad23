import { Button } from "antd";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { Choice } from "../choice.tsx";
import { Field } from "../field.tsx";
import { useWords } from "../words.ts";
import { useKept } from "./kept-on-this-device.ts";
import { fromKept, isSameFilter, toKept, withFilter, type SavedFilter } from "./saved-filters.rules.ts";
import { TABLE_WORDS } from "./table.words.ts";

/** Filters of this screen under names of the reader's own, kept in this browser. A filter is what stands in the address. */
export function SavedFilters() {
  const { t } = useWords(TABLE_WORDS);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [kept, keep] = useKept(`mingxin.filters.${pathname}`);
  const [naming, setNaming] = useState(false);
  const filters = kept.map(fromKept).filter((filter) => filter !== null);
  const here = filters.find((filter) => isSameFilter(filter.search, search));
  const setFilters = (next: readonly SavedFilter[]): void => keep(next.map(toKept));
  const isFiltered = !isSameFilter(search, "");
  if (filters.length === 0 && !isFiltered) return null;
  return (
    <div className="saved-filters" role="group" aria-label={t("filters.title")}>
      {filters.length === 0 ? null : (
        <Choice
          label={t("filters.title")}
          value={here?.name ?? ""}
          placeholder={t("filters.choose")}
          options={filters.map(({ name }) => ({ value: name, label: name }))}
          onChange={(chosen) =>
            void navigate({ pathname, search: filters.find(({ name }) => name === chosen)?.search ?? "" })
          }
        />
      )}
      {here ? (
        <Button type="link" onClick={() => setFilters(filters.filter(({ name }) => name !== here.name))}>
          {t("filters.remove", { name: here.name })}
        </Button>
      ) : null}
      {isFiltered && !here && !naming ? (
        <Button type="link" onClick={() => setNaming(true)}>
          {t("filters.save")}
        </Button>
      ) : null}
      {naming ? (
        <NameForm
          onName={(name) => {
            setFilters(withFilter(filters, { name, search }));
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      ) : null}
    </div>
  );
}

function NameForm({ onName, onCancel }: { readonly onName: (name: string) => void; readonly onCancel: () => void }) {
  const { t } = useWords(TABLE_WORDS);
  const [name, setName] = useState("");
  return (
    <form
      className="saved-filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onName(name.trim());
      }}
    >
      <Field label={t("filters.name")} value={name} onChange={setName} />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ""}>
        {t("filters.keep")}
      </Button>
      <Button onClick={onCancel}>{t("filters.cancel")}</Button>
    </form>
  );
}
