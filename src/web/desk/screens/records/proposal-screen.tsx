import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import type { FiledRecord } from "../../../../client/index.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { AMENDMENTS_KEY } from "../amendments/amendments-key.ts";
import { RECORDS_WORDS } from "./records.words.ts";
import { RECORDS_KEY, useFiledRecord } from "./use-record.ts";

interface ProposalScreenProps {
  readonly kind: "correct" | "withdraw";
  readonly children: (record: FiledRecord) => ReactNode;
}

/** The frame in which something about a record is proposed; who may not, or not now, is told so. */
export function ProposalScreen({ kind, children }: ProposalScreenProps) {
  const { t } = useWords(RECORDS_WORDS);
  const { recordId = "" } = useParams();
  const { search } = useLocation();
  const query = useFiledRecord(recordId);
  return (
    <>
      <p className="trail">
        <Link to={`/records/${recordId}${search}`}>{query.data?.documentNumber ?? t("record.back")}</Link>
      </p>
      <Loaded query={query} heading={t(`record.${kind}`)}>
        {(record) => (
          <>
            <h1>{t(`${kind}.title`, { name: record.documentNumber || record.subjectName })}</h1>
            {record.allowed.includes(kind) ? (
              <>
                <p className="lead">{t(`${kind}.lead`)}</p>
                {children(record)}
              </>
            ) : (
              <Notice kind="plain" title={t("notAllowed.title")}>
                <p>{t("notAllowed.text")}</p>
              </Notice>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Sends a proposal and opens it where the second person will decide. */
export function useProposing(send: () => Promise<{ readonly proceedingId: string }>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: send,
    onSuccess: async ({ proceedingId }) => {
      await Promise.all([RECORDS_KEY, AMENDMENTS_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
      await navigate(`/amendments/${proceedingId}`);
    },
  });
}
