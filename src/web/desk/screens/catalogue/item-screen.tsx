import { Button } from "antd";
import { Link, useParams } from "react-router";
import type { CatalogueItem } from "../../../../client/index.ts";
import { useCatalogueItem } from "../../catalogue.ts";
import { SCREENS } from "../../screens.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { Editions } from "./editions.tsx";
import { CATALOGUE_WORDS } from "./catalogue.words.ts";

type FieldEntry = CatalogueItem["fields"][number];

/** One item: its template, its fields and how they are filled in, its code lists and sources. */
export function ItemScreen() {
  const { t } = useWords(CATALOGUE_WORDS);
  const { item = "" } = useParams();
  const query = useCatalogueItem(item);
  return (
    <>
      <p className="trail">
        <Link to="/catalogue">{t("item.back")}</Link>
      </p>
      <Loaded query={query} heading={t("catalogue.item")}>
        {(found) => <Item item={found} />}
      </Loaded>
    </>
  );
}

function Item({ item }: { readonly item: CatalogueItem }) {
  const { t, pick } = useWords(CATALOGUE_WORDS);
  const session = useSession().data;
  const code = item.item;
  return (
    <>
      <h1>{pick(item.title)}</h1>
      <p className="lead">{pick(item.description)}</p>
      <p className="actions">
        <Button type="primary" href={`/api/v1/catalogue/${code}/template.xlsx`} download>
          {t("item.template")}
        </Button>
        {session && mayOpen(session, SCREENS.report.permission) ? (
          <Link to={`/report?item=${code}`}>{t("item.report")}</Link>
        ) : null}
        <a href={`/catalogue/${code}`}>{t("item.public")}</a>
      </p>
      <h2>{t("item.fields")}</h2>
      <Fields item={item} />
      <Profiles item={item} />
      <CodeLists item={item} />
      <Editions item={code} />
    </>
  );
}

function Fields({ item }: { readonly item: CatalogueItem }) {
  const { t, pick } = useWords(CATALOGUE_WORDS);
  const columns: readonly Column<FieldEntry>[] = [
    { key: "number", title: t("item.number"), value: ({ number }) => number, numeric: true },
    { key: "title", title: t("item.title"), value: ({ title }) => pick(title) },
    { key: "required", title: t("item.required"), value: ({ required }) => pick(required) },
    { key: "form", title: t("item.form"), value: ({ form }) => pick(form) },
    { key: "disclosure", title: t("item.disclosure"), value: ({ disclosure }) => pick(disclosure) },
    { key: "help", title: t("item.help"), value: ({ help }) => pick(help) },
    { key: "key", title: t("item.key"), value: ({ key }) => key, show: ({ key }) => <code>{key}</code>, steady: true },
  ];
  return (
    <DataTable
      title={`${pick(item.title)} ${t("item.fields")}`}
      columns={columns}
      rows={item.fields}
      rowKey={({ key }) => key}
      empty={t("catalogue.empty")}
    />
  );
}

function Profiles({ item: { profiles } }: { readonly item: CatalogueItem }) {
  const { t, pick } = useWords(CATALOGUE_WORDS);
  if (profiles.length === 0) return null;
  return (
    <>
      <h2>{t("item.profiles")}</h2>
      <p>{t("item.profilesLead")}</p>
      <ul className="plain-list">
        {profiles.map(({ profile, title }) => (
          <li key={profile}>
            {pick(title)} <code>{profile}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function CodeLists({ item: { codeLists } }: { readonly item: CatalogueItem }) {
  const { t, pick, language } = useWords(CATALOGUE_WORDS);
  if (codeLists.length === 0) return null;
  return (
    <>
      <h2>{t("item.lists")}</h2>
      {codeLists.map(({ list, title, values }) => (
        <details key={list}>
          <summary>{pick(title)}</summary>
          <ul className="plain-list">
            {values.map(({ value, label }) => (
              <li key={value}>
                {value}
                {language === "en" ? <span className="quiet"> {label.en}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
