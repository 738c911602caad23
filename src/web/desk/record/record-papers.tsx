import { useQuery } from "@tanstack/react-query";
import { take } from "../../../client/index.ts";
import { useApi } from "../api.ts";
import { Loaded } from "../shell/loaded.tsx";
import { ClockView } from "./clock-view.tsx";
import { Documents } from "./documents.tsx";
import { Service } from "./service.tsx";

/** What a record's page shows of its paper and time: clock, statements on service, attached documents. */
export function RecordPapers({ recordId }: { readonly recordId: string }) {
  const api = useApi();
  const params = { params: { path: { recordId } } };
  const clock = useQuery({
    queryKey: ["record", recordId, "clock"],
    queryFn: () => take(api.GET("/api/v1/records/{recordId}/clock", params)),
  });
  const documents = useQuery({
    queryKey: ["record", recordId, "documents"],
    queryFn: () => take(api.GET("/api/v1/records/{recordId}/documents", params)),
  });
  return (
    <div className="record-papers">
      <Loaded query={clock}>
        {(known) => (
          <>
            <ClockView clock={known} />
            <Service clock={known} documents={documents.data?.items ?? []} />
          </>
        )}
      </Loaded>
      <Loaded query={documents}>{(list) => <Documents recordId={recordId} {...list} />}</Loaded>
    </div>
  );
}
