/** Starts the application. */
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api/client.ts";
import { SESSION } from "./api/session.ts";
import { App } from "./app.tsx";
import { SaidProvider } from "./components/said.tsx";
import { LanguageProvider } from "./i18n/language.tsx";

const client: QueryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (tried, error) => tried < 2 && mayPass(error) } },
  // A session that ended shows the sign-in page.
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== SESSION[0])
        client.invalidateQueries({ queryKey: SESSION });
    },
  }),
});

/** Whether asking again may help. */
function mayPass(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <SaidProvider>
          <App />
        </SaidProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
