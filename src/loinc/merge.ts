import { buildRelease } from "./build-release.ts";
import { type Release, termAt } from "./release.ts";

/** One release with the terms of all of them; where two hold the same code, the later one's is kept. One alone is returned as it is. */
export function mergeReleases(releases: readonly Release[]): Release {
  if (releases.length === 1) return releases[0]!;
  const terms = releases.flatMap((release) => Array.from({ length: release.size }, (_, i) => termAt(release, i)));
  const info = {
    title: releases.map((release) => release.info.title).join(" + "),
    version: releases
      .map((release) => release.info.version)
      .filter((version) => version !== "")
      .join(" + "),
    source: releases.map((release) => release.info.source).join(" + "),
  };
  return buildRelease(info, terms);
}
