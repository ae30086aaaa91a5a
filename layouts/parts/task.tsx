import type { Deadline } from "../../scripts/model/deadline.ts";
import type { Plan } from "../../scripts/model/plan.ts";
import { differences, judge } from "../../scripts/model/progress.ts";
import { type Site, taskKey } from "../../scripts/model/site.ts";
import type { Task } from "../../scripts/model/task.ts";
import { formatDate } from "../format.ts";
import { findTask } from "../related.ts";
import { remembered, rendered } from "../render.ts";
import { strings } from "../strings.ts";
import { urls } from "../urls.ts";
import { AgencyReferences } from "./agency-name.tsx";
import { Inline, Prose } from "./prose.tsx";
import { StatusBadge } from "./status.tsx";

interface TaskProps {
  readonly site: Site;
  readonly plan: Plan;
  readonly task: Task;
  /** Heading level of the task on the page. */
  readonly level: number;
}

const UNSTATED = rendered(<span class="unstated">văn bản không nêu</span>);

/** One task of a plan: what, who, by when, with what result, and where it stands. */
export function TaskArticle({ site, plan, task, level }: TaskProps) {
  const Heading = `h${Math.min(level, 6)}` as "h6";
  const status = judge(site, plan, task);
  return (
    <article class="task" id={task.id} data-task>
      <Heading>
        <a class="id" href={`#${task.id}`}>
          {task.id}
        </a>{" "}
        <Inline source={task.title} />
      </Heading>
      <dl>
        {task.assignments.map(({ leads, coordinators }) => (
          <>
            <dt>Chủ trì</dt>
            <dd>{leads.length > 0 ? <AgencyReferences references={leads} /> : UNSTATED}</dd>
            {coordinators.length > 0 && (
              <>
                <dt>Phối hợp</dt>
                <dd>
                  <AgencyReferences references={coordinators} />
                </dd>
              </>
            )}
          </>
        ))}
        {task.assignments.length === 0 && (
          <>
            <dt>Chủ trì</dt>
            <dd>{UNSTATED}</dd>
          </>
        )}
        <dt>Thời hạn</dt>
        <dd>
          <DeadlineText task={task} />
        </dd>
        {task.output && (
          <>
            <dt>Sản phẩm</dt>
            <dd>
              <Inline source={task.output} />
            </dd>
          </>
        )}
        {task.target && (
          <>
            <dt>Chỉ tiêu</dt>
            <dd>
              <Inline source={task.target} />
            </dd>
          </>
        )}
        {task.criteria.length > 0 && (
          <>
            <dt>Tiêu chí</dt>
            <dd>{task.criteria.map(criterion => criterionName(site, criterion)).join("; ")}</dd>
          </>
        )}
        <Lineage site={site} plan={plan} task={task} />
        <dt>Tình trạng</dt>
        <dd>
          <StatusBadge status={status.key} />{" "}
          <small>{status.rule.replace(/^không xác định hạn: /, "")}</small>
        </dd>
      </dl>
      <Prose source={task.prose.source} />
    </article>
  );
}

/** The deadline as printed, the day it comes to, and the group that it is inherited from. */
export function DeadlineText({ task }: { task: Task }) {
  const { deadline, deadlineFrom } = task;
  if (!deadline) return UNSTATED;
  if (!deadlineFrom) return deadlineHtml(deadline);
  return (
    <>
      {deadlineHtml(deadline)}
      {` (theo nhóm ${deadlineFrom})`}
    </>
  );
}

const deadlineHtml = remembered(({ printed, due, precision }: Deadline) => (
  <>
    {printed}
    {due && precision !== "day" && (
      <>
        {" "}
        <small>
          {strings.task.computed} <time dateTime={due}>{formatDate(due)}</time>
        </small>
      </>
    )}
  </>
));

/** The upper task that this one carries out, and the lower ones that carry it out. */
function Lineage({ site, plan, task }: { site: Site; plan: Plan; task: Task }) {
  const lower = site.lowerTasks.size > 0 ? (site.lowerTasks.get(taskKey(plan.slug, task.id)) ?? []) : [];
  if (task.carriesOut.length === 0 && lower.length === 0) return null;
  return (
    <>
      {task.carriesOut.length > 0 && (
        <>
          <dt>Thực hiện</dt>
          <dd>
            {task.carriesOut.map((reference, i) => {
              const upper = site.planBySlug.get(reference.plan);
              const target = upper && findTask(upper, reference.task);
              const differ = target ? differences(task, target) : [];
              return (
                <>
                  {i > 0 && "; "}
                  <a href={urls.task(reference.plan, reference.task)}>
                    {reference.task} {upper?.number ?? upper?.title}
                  </a>
                  {differ.length > 0 && <small> Khác về {differ.join("; ")}.</small>}
                </>
              );
            })}
          </dd>
        </>
      )}
      {lower.length > 0 && (
        <>
          <dt>Triển khai bởi</dt>
          <dd>
            {lower.map((item, i) => (
              <>
                {i > 0 && "; "}
                <a href={urls.task(item.plan.slug, item.task.id)}>
                  {item.task.id} {site.agencies.byId.get(item.plan.agency)?.shortName}
                </a>
              </>
            ))}
          </dd>
        </>
      )}
    </>
  );
}

function criterionName(site: Site, criterion: string): string {
  const [index = "", code = ""] = criterion.split("/");
  const known = site.indices.get(index);
  const domain = known?.editions?.at(-1)?.domains?.find(candidate => candidate.code === code.split(".")[0]);
  return `${known?.short_name ?? index} ${code}${domain ? ` (${domain.name})` : ""}`;
}
