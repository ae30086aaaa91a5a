/**
 * All tasks in a form that a browser filters without a server: one list of small numbers with the facets of every task,
 * and their words in chunks, of which only those with a shown task are fetched. Grows with the tasks alone.
 */
export interface TaskIndex {
  /** Names of the facets' values; a task names them by their place. */
  readonly statuses: readonly (FacetValue & { readonly key: string })[];
  readonly leads: readonly FacetValue[];
  readonly quarters: readonly FacetValue[];
  /** In the order of the tasks, with how many tasks each has. */
  readonly plans: readonly (FacetValue & { readonly count: number })[];
  /** Task by task: place of the status, of the quarter (−1 = none), of the leads. */
  readonly status: readonly number[];
  readonly quarter: readonly number[];
  readonly lead: readonly (readonly number[])[];
}

/** A value that tasks can be narrowed by: its name in addresses and for people. */
export interface FacetValue {
  readonly id: string;
  readonly name: string;
}

/** What a table shows of a task and the index does not hold: id, title, printed deadline. */
export type TaskRow = readonly [id: string, title: string, deadline: string];

/** How many tasks a chunk of rows holds. */
export const CHUNK = 250;

/** What tasks are narrowed by: the id of one value each; empty = all. */
interface TaskChoice {
  readonly status: string;
  readonly lead: string;
  readonly quarter: string;
  readonly plan: string;
}

/** The places of the tasks that a choice leaves, in the order of the index. A value that nobody knows leaves none. */
export function findTasks(index: TaskIndex, choice: TaskChoice): number[] {
  const place = (values: readonly FacetValue[], id: string) =>
    id === "" ? undefined : values.findIndex(value => value.id === id);
  const status = place(index.statuses, choice.status);
  const lead = place(index.leads, choice.lead);
  const quarter = place(index.quarters, choice.quarter);
  const plan = place(index.plans, choice.plan);
  const found: number[] = [];
  let task = 0;
  for (const [i, { count }] of index.plans.entries())
    for (const end = task + count; task < end; task++)
      if (
        (plan === undefined || plan === i) &&
        (status === undefined || index.status[task] === status) &&
        (quarter === undefined || (quarter >= 0 && index.quarter[task] === quarter)) &&
        (lead === undefined || index.lead[task]?.includes(lead))
      )
        found.push(task);
  return found;
}

/** The place of the plan that a task stands in. */
export function planOfTask(index: TaskIndex, task: number): number {
  let end = 0;
  return index.plans.findIndex(({ count }) => {
    end += count;
    return task < end;
  });
}
