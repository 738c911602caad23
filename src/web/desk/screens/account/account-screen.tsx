import { useState } from "react";
import { useRoleName } from "../../role-words.ts";
import { useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { ChangePasswordForm } from "../sign-in/change-password-form.tsx";
import { ACCOUNT_WORDS } from "./account.words.ts";
import { IdentityLink } from "./identity-link.tsx";
import { Passkeys } from "./passkeys.tsx";
import { OwnMail } from "./mail-settings.tsx";
import { SecondFactorSetUp } from "./second-factor-set-up.tsx";

/** Who is signed in, and what they may change about their own account. */
export function AccountScreen() {
  const { t, pick } = useWords(ACCOUNT_WORDS);
  const roleName = useRoleName();
  const session = useSession();
  return (
    <>
      <h1>{t("title")}</h1>
      <Loaded query={session}>
        {({ user, body, roles, secondFactor }) => (
          <>
            <Facts
              facts={[
                [t("name"), user?.name ?? ""],
                [t("userName"), user?.userName ?? ""],
                [t("body"), body ? pick(body.name) : "–"],
                [t("roles"), roles.map((role) => roleName(role)).join(t("comma")) || t("noRole")],
                [t("factor"), t(secondFactor ? "factor.on" : "factor.off")],
              ]}
            />
            <div className="beside-columns">
              <OwnPassword />
              <SecondFactorSetUp isSetUp={secondFactor} />
              <OwnMail />
            </div>
            <Passkeys />
            <IdentityLink />
          </>
        )}
      </Loaded>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts sheet">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OwnPassword() {
  const { t } = useWords(ACCOUNT_WORDS);
  const [isChanged, setChanged] = useState(false);
  return (
    <section className="narrow-form">
      <h2>{t("password.title")}</h2>
      <p className="lead">{t("password.lead")}</p>
      {isChanged ? <Notice kind="done" title={t("password.done")} /> : null}
      <ChangePasswordForm onChanged={() => setChanged(true)} />
    </section>
  );
}
