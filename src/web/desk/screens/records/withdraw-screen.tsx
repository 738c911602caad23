import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { take, type FiledRecord } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { AMENDMENTS_KEY } from "../amendments/amendments-key.ts";
import { CauseFields, causeToSend, isStated, NO_CAUSE } from "./cause-fields.tsx";
import { RECORDS_WORDS } from "./records.words.ts";
import { RECORDS_KEY, useFiledRecord } from "./use-record.ts";

/** Proposing to take a record back. */
export function WithdrawScreen() {
  const { t } = useWords(RECORDS_WORDS);
  const { recordId = "" } = useParams();
  const { search } = useLocation();
  const query = useFiledRecord(recordId);
  return (
    <>
      <p className="trail">
        <Link to={`/records/${recordId}${search}`}>{query.data?.documentNumber ?? t("record.back")}</Link>
      </p>
      <Loaded query={query} heading={t("record.withdraw")}>
        {(record) => (
          <>
            <h1>{t("withdraw.title", { name: record.documentNumber || record.subjectName })}</h1>
            {record.allowed.includes("withdraw") ? (
              <>
                <p className="lead">{t("withdraw.lead")}</p>
                <WithdrawalForm record={record} />
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

function WithdrawalForm({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  const [cause, setCause] = useState(NO_CAUSE);
  const grounds = record.grounds.filter(({ kinds }) => kinds.includes("withdrawal"));
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { recordId } = record;
  const proposing = useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/records/{recordId}/withdrawal", {
          params: { path: { recordId } },
          body: causeToSend(cause),
        }),
      ),
    onSuccess: async ({ proceedingId }) => {
      await Promise.all([RECORDS_KEY, AMENDMENTS_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
      await navigate(`/amendments/${proceedingId}`);
    },
  });
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        proposing.mutate();
      }}
    >
      <CauseFields grounds={grounds} cause={cause} isPublic onChange={setCause} />
      <p className="actions">
        <Button
          danger
          type="primary"
          htmlType="submit"
          loading={proposing.isPending}
          disabled={!isStated(cause, grounds)}
        >
          {t("withdraw.submit")}
        </Button>
      </p>
      {proposing.isError ? <ProblemNotice error={proposing.error} /> : null}
    </form>
  );
}
