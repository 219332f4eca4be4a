/** Lots, sign-off with its proofs, requests of new codes. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client.ts";
import { projectKey } from "./projects.ts";
import type { ProofDocument } from "./proof-document.ts";
import type { CodeRequest, Lot, Proof, SignoffPart } from "./types.ts";

export function useLots(project: string) {
  return useQuery({
    queryKey: [...projectKey(project), "lots"],
    queryFn: async () => (await call<{ lots: Lot[] }>(`/projects/${project}/lots`)).lots,
  });
}

export function useSignoff(project: string) {
  return useQuery({
    queryKey: [...projectKey(project), "signoff"],
    queryFn: async () => (await call<{ parts: SignoffPart[] }>(`/projects/${project}/signoff`)).parts,
  });
}

export function useSign(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (scope: SignoffPart["scope"]) =>
      call<Proof>(`/projects/${project}/signoff`, { method: "POST", body: { scope } }),
    onSettled: () => {
      client.invalidateQueries({ queryKey: projectKey(project) });
    },
  });
}

export function useProofs(project: string) {
  return useQuery({
    queryKey: [...projectKey(project), "proofs"],
    queryFn: async () => (await call<{ proofs: Proof[] }>(`/projects/${project}/proofs`)).proofs,
  });
}

export function useProof(project: string, proof: string) {
  return useQuery({
    queryKey: [...projectKey(project), "proof", proof],
    queryFn: () => call<ProofDocument>(`/projects/${project}/proofs/${proof}.json`),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function proofFile(project: string, proof: string, form: "json" | "html"): string {
  return `/api/projects/${project}/proofs/${proof}.${form}`;
}

export function useRequests(project: string) {
  return useQuery({
    queryKey: [...projectKey(project), "requests"],
    queryFn: async () => (await call<{ requests: CodeRequest[] }>(`/requests?project=${project}`)).requests,
  });
}
