import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { settle, take, type ApiKey } from "../../../../client/index.ts";
import { parseInstant, systemClock } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { useRoleName } from "../../role-words.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { KEYS_WORDS } from "./keys.words.ts";
import { KEYS_KEY, MakeKey } from "./make-key.tsx";
import { PEOPLE_WORDS } from "./people.words.ts";

/** The keys by which programs of bodies reach the API. */
export function KeysScreen() {
  const { t } = useWords(KEYS_WORDS);
  const words = useWords(PEOPLE_WORDS);
  const api = useApi();
  const columns = useKeyColumns();
  const keys = useQuery({ queryKey: KEYS_KEY, queryFn: () => take(api.GET("/api/v1/keys")) });
  return (
    <>
      <p className="trail">
        <Link to="/people">{words.t("back")}</Link>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Loaded query={keys}>
        {({ items }) => (
          <DataTable
            title={t("title")}
            columns={columns}
            rows={items}
            rowKey={({ keyId }) => keyId}
            empty={t("empty")}
          />
        )}
      </Loaded>
      <MakeKey />
    </>
  );
}

type State = "waiting" | "valid" | "expired" | "ended";

function stateOf({ approvedAt, endedAt, expiresAt }: ApiKey): State {
  if (endedAt !== null) return "ended";
  if (approvedAt === null) return "waiting";
  const expires = parseInstant(expiresAt);
  return expires !== null && expires <= systemClock.now() ? "expired" : "valid";
}

function useKeyColumns(): readonly Column<ApiKey>[] {
  const { t } = useWords(KEYS_WORDS);
  const { bodyName } = useNames();
  const personName = usePersonName();
  const roleName = useRoleName();
  return [
    { key: "name", title: t("name"), value: ({ name }) => name },
    { key: "body", title: t("body"), value: ({ body }) => bodyName(body) },
    { key: "roles", title: t("roles"), value: ({ roles }) => roles.map((role) => roleName(role)).join(t("comma")) },
    { key: "expires", title: t("expires"), value: ({ expiresAt }) => moment(expiresAt), steady: true },
    { key: "used", title: t("used"), value: ({ lastUsedOn }) => lastUsedOn ?? t("unused"), steady: true },
    { key: "madeBy", title: t("madeBy"), value: ({ madeBy }) => personName(madeBy) },
    {
      key: "state",
      title: t("state"),
      value: (key) => t(`state.${stateOf(key)}`),
      show: (key) => <KeyState apiKey={key} />,
    },
  ];
}

function KeyState({ apiKey }: { readonly apiKey: ApiKey }) {
  const { t } = useWords(KEYS_WORDS);
  const { bodyName } = useNames();
  const ending = useEnding(apiKey.keyId);
  const state = stateOf(apiKey);
  if (state !== "valid") return <span className="quiet">{t(`state.${state}`)}</span>;
  const effect = t("end.effect", { name: apiKey.name, body: bodyName(apiKey.body) });
  return (
    <div className="actions">
      <span className="state-done">
        <span aria-hidden="true">✓</span> {t("state.valid")}
      </span>
      <ReasonedStep danger withReason={false} verb={t("end")} effect={effect} step={ending} />
    </div>
  );
}

function useEnding(keyId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (_reason: string) => settle(api.POST("/api/v1/keys/{keyId}/end", { params: { path: { keyId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS_KEY }),
  });
}
