/** The catalogue's plan as a tree, with what is left to decide in each part. Arrow keys go about, Enter opens the rows. */
import { Button as AriaButton, Tree, TreeItem, TreeItemContent } from "react-aria-components";
import { useChapters } from "../../api/projects.ts";
import type { ChapterNode } from "../../api/types.ts";
import { Icon } from "../../components/icon.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { navigate } from "../../navigation/location.ts";
import { paths } from "../../navigation/paths.ts";

type Counted = { readonly items: number; readonly undecided: number };

export function ChaptersPage({ project }: { project: string }) {
  const { chapters: words } = useMessages();
  const query = useChapters(project);
  const rowsOf = (chapter: string): string => paths.rows(project, `?chapter=${encodeURIComponent(chapter)}`);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {(chapters) =>
          chapters.length === 0 ? (
            <p className="soft">{words.none}</p>
          ) : (
            <Tree
              className="card tree"
              aria-label={words.tree}
              defaultExpandedKeys={chapters.map((chapter) => chapter.key)}
              onAction={(key) => navigate(rowsOf(String(key).split("\t")[0]!))}
            >
              {chapters.map((chapter) => (
                <Chapter key={chapter.key} chapter={chapter} project={project} rowsHref={rowsOf(chapter.key)} />
              ))}
            </Tree>
          )
        }
      </Loaded>
    </Page>
  );
}

function Chapter({ chapter, project, rowsHref }: { chapter: ChapterNode; project: string; rowsHref: string }) {
  return (
    <TreeItem id={chapter.key} textValue={chapter.label}>
      <TreeItemContent>
        <Line
          label={chapter.label}
          counted={chapter}
          item={chapter.item}
          project={project}
          rowsHref={rowsHref}
          parent
        />
      </TreeItemContent>
      {chapter.subchapters.map((sub) => (
        <TreeItem key={sub.key} id={`${chapter.key}\t${sub.key}`} textValue={sub.label}>
          <TreeItemContent>
            <Line label={sub.label} counted={sub} item={sub.item} project={project} rowsHref="" />
          </TreeItemContent>
        </TreeItem>
      ))}
    </TreeItem>
  );
}

type LineProperties = {
  label: string;
  counted: Counted;
  item: number | null;
  project: string;
  rowsHref: string;
  parent?: boolean;
};

function Line({ label, counted, item, project, rowsHref, parent = false }: LineProperties) {
  const { chapters: words } = useMessages();
  const { items, undecided } = counted;
  const share = items === 0 ? 0 : (items - undecided) / items;
  return (
    <div className={parent ? "tree-line parent" : "tree-line"}>
      {parent && (
        <AriaButton slot="chevron" className="button quiet chevron">
          <Icon name="right" />
        </AriaButton>
      )}
      <span className="name">{label}</span>
      <svg className="tree-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="6" />
        <rect className="fill auto" width={share * 100} height="6" />
      </svg>
      <span className="soft small">{undecided === 0 ? words.done(items) : words.counts(items, undecided)}</span>
      <span className="links">
        {rowsHref !== "" && (
          <Link href={rowsHref} aria-label={`${words.rows} : ${label}`}>
            {words.rows}
          </Link>
        )}
        {item !== null && (
          <Link href={paths.row(project, item)} aria-label={`${words.code} : ${label}`}>
            {words.code}
          </Link>
        )}
      </span>
    </div>
  );
}
