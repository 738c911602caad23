import { Link } from "react-router";
import type { CatalogueEntry } from "../../../../client/index.ts";
import { useCatalogue } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { CATALOGUE_WORDS } from "./catalogue.words.ts";

/** The items in force. */
export function CatalogueScreen() {
  const { t, pick } = useWords(CATALOGUE_WORDS);
  const query = useCatalogue();
  const columns: readonly Column<CatalogueEntry>[] = [
    {
      key: "title",
      title: t("catalogue.item"),
      value: ({ title }) => pick(title),
      show: ({ item, title, description }) => (
        <>
          <Link to={`/catalogue/${item}`}>{pick(title)}</Link>
          <br />
          <span className="quiet">{pick(description)}</span>
        </>
      ),
    },
    {
      key: "code",
      title: t("catalogue.code"),
      value: ({ item }) => item,
      show: ({ item }) => <code>{item}</code>,
      steady: true,
    },
    {
      key: "edition",
      title: t("catalogue.edition"),
      value: ({ edition }) => edition,
      show: ({ edition }) => edition,
      numeric: true,
    },
    { key: "from", title: t("catalogue.from"), value: ({ effectiveFrom }) => effectiveFrom, steady: true },
    { key: "fields", title: t("catalogue.fields"), value: ({ fields }) => fields, numeric: true },
  ];
  return (
    <>
      <h1>{t("catalogue.title")}</h1>
      <p className="lead">{t("catalogue.lead")}</p>
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            title={t("catalogue.title")}
            columns={columns}
            rows={items}
            rowKey={({ item }) => item}
            empty={t("catalogue.empty")}
          />
        )}
      </Loaded>
    </>
  );
}
