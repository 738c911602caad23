import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { settle, take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWays } from "../../ways.ts";
import { useWords } from "../../words.ts";
import { IDENTITY_KEY } from "./identity-key.ts";
import { WAYS_WORDS } from "./ways.words.ts";

/** The link of one's own account with the identity service, where there is one. */
export function IdentityLink() {
  const { t, pick } = useWords(WAYS_WORDS);
  const service = useWays().data?.identityService;
  const api = useApi();
  const link = useQuery({
    queryKey: IDENTITY_KEY,
    queryFn: () => take(api.GET("/api/v1/session/identity-link")),
    enabled: Boolean(service),
  });
  const isNew = isLinkedNow(useLocation().state);
  if (!service) return null;
  const label = pick(service.label);
  return (
    <section>
      <h2>{t("identity.title", { service: label })}</h2>
      <p className="lead">{t("identity.lead", { service: label })}</p>
      <Loaded query={link}>
        {({ linkedAt }) => (
          <>
            {isNew && linkedAt !== null ? <Notice kind="done" title={t("identity.done")} /> : null}
            <p>
              {linkedAt === null ? (
                <span className="state">
                  <span aria-hidden="true">○</span> {t("identity.off")}
                </span>
              ) : (
                <span className="state state-done">
                  <span aria-hidden="true">✓</span> {t("identity.on", { at: moment(linkedAt) })}
                </span>
              )}
            </p>
            {linkedAt === null ? <Begin service={label} /> : <End service={label} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Whether the page was opened by a sign-on that has just made the link. */
function isLinkedNow(state: unknown): boolean {
  return typeof state === "object" && state !== null && "linked" in state && state.linked === true;
}

function Begin({ service }: { readonly service: string }) {
  const { t } = useWords(WAYS_WORDS);
  const api = useApi();
  const begin = useMutation({
    mutationFn: (password: string) => take(api.POST("/api/v1/session/identity-link", { body: { password } })),
    onSuccess: ({ address }) => globalThis.location.assign(address),
  });
  return (
    <ReasonedStep
      verb={t("identity.begin")}
      effect={t("identity.beginEffect", { service })}
      step={begin}
      withPassword
    />
  );
}

function End({ service }: { readonly service: string }) {
  const { t } = useWords(WAYS_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (password: string) => settle(api.POST("/api/v1/session/identity-link/end", { body: { password } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: IDENTITY_KEY }),
  });
  return (
    <ReasonedStep
      danger
      verb={t("identity.end")}
      effect={t("identity.endEffect", { service })}
      step={end}
      withPassword
    />
  );
}
