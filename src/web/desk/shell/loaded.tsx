import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemNotice } from "./problem-notice.tsx";
import { Waiting } from "./waiting.tsx";

interface LoadedProps<Content> {
  readonly query: UseQueryResult<Content>;
  /** Heading of a screen whose own heading comes with its content. */
  readonly heading?: string;
  readonly children: (content: Content) => ReactNode;
}

/** What was loaded, or that it is loading, or why it could not be. What was there stays while it is loaded anew. */
export function Loaded<Content>({ query, heading, children }: LoadedProps<Content>) {
  const retry = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isError ? <ProblemNotice error={query.error} onRetry={retry} /> : null}
        {children(query.data)}
      </>
    );
  return (
    <>
      {heading === undefined ? null : <h1>{heading}</h1>}
      {query.isError ? <ProblemNotice error={query.error} onRetry={retry} /> : <Waiting />}
    </>
  );
}
