import { Button } from "antd";
import { useState } from "react";
import { take, type FiledRecord } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { CauseFields, causeToSend, isStated, NO_CAUSE } from "./cause-fields.tsx";
import { ProposalScreen, useProposing } from "./proposal-screen.tsx";
import { RECORDS_WORDS } from "./records.words.ts";

/** Proposing to take a record back. */
export function WithdrawScreen() {
  return <ProposalScreen kind="withdraw">{(record) => <WithdrawalForm record={record} />}</ProposalScreen>;
}

function WithdrawalForm({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  const [cause, setCause] = useState(NO_CAUSE);
  const grounds = record.grounds.filter(({ kinds }) => kinds.includes("withdrawal"));
  const api = useApi();
  const { recordId } = record;
  const proposing = useProposing(() =>
    take(
      api.POST("/api/v1/records/{recordId}/withdrawal", { params: { path: { recordId } }, body: causeToSend(cause) }),
    ),
  );
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
