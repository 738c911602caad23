import { useEditions } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { CATALOGUE_WORDS } from "./catalogue.words.ts";

const DIGITS_OF_DIGEST = 16;

/** Every edition of an item, newest first, and in words what it changed. */
export function Editions({ item }: { readonly item: string }) {
  const { t, pick } = useWords(CATALOGUE_WORDS);
  const query = useEditions(item);
  return (
    <>
      <h2>{t("editions.title")}</h2>
      <Loaded query={query}>
        {({ editions }) => (
          <ol className="editions" reversed>
            {editions.map(({ edition, effectiveFrom, effectiveTo, digest, changes }, at) => (
              <li key={edition}>
                <strong>{t("editions.edition", { edition })}</strong>{" "}
                {effectiveTo === null
                  ? t("editions.since", { from: effectiveFrom })
                  : t("editions.between", { from: effectiveFrom, to: effectiveTo })}{" "}
                <code className="quiet">{t("editions.digest", { digest: digest.slice(0, DIGITS_OF_DIGEST) })}</code>
                {changes.length > 0 ? (
                  <ul className="plain-list">
                    {changes.map(({ kind, field, text }) => (
                      <li key={`${kind} ${field ?? ""} ${text.zh}`}>{pick(text)}</li>
                    ))}
                  </ul>
                ) : (
                  <p className="quiet">{t(at === editions.length - 1 ? "editions.first" : "editions.same")}</p>
                )}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </>
  );
}
