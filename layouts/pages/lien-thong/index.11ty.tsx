import { totalOf } from "../../../scripts/model/maps.ts";
import { type PeerReport, warningOf } from "../../../scripts/model/portal.ts";
import { STATUS_KEYS } from "../../../scripts/model/status.ts";
import { portalStrings as words } from "../../data-strings.ts";
import { formatCount, formatDate } from "../../format.ts";
import { pageEach } from "../../paginate.ts";
import { Layout } from "../../parts/layout.tsx";
import { ifPortal, PeerLink, type PortalData } from "../../parts/peer.tsx";
import { ColumnHeads, ScrollTable } from "../../parts/table.tsx";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = {
  pagination: pageEach(
    "overview",
    ifPortal(portal => [portal]),
  ),
  permalink: urls.portal,
};

export default function PortalPage(props: PortalData) {
  const { reports, plans, agencies } = props.portal;
  const today = props.site.asOf;
  const missing = reports.filter(report => warningOf(report, today) === "none");
  const held = reports.filter(report => !missing.includes(report));
  const used = STATUS_KEYS.filter(key => held.some(({ tasks }) => tasks.get(key)));
  return (
    <Layout {...props} title={strings.nav.portal} description={words.lead} path={urls.portal}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul>
        <li>
          <a href={urls.portalPlans}>{words.allPlans}</a>: {formatCount(plans.length)}
        </li>
        <li>
          <a href={urls.portalAgencies}>{words.allAgencies}</a>: {formatCount(agencies.length)}
        </li>
      </ul>
      <h2>{words.sites}</h2>
      {held.length === 0 && <p>{words.none}</p>}
      {held.length > 0 && (
        <ScrollTable label={words.sites} kind="counts">
          <ColumnHeads
            names={[words.site, words.asOf]}
            numbers={[words.plans, ...used.map(key => strings.status[key]), words.all]}
          />
          <tbody>
            {held.map(report => (
              <tr>
                <th scope="row">
                  <PeerLink peer={report.peer} path={urls.home} text={report.peer.name} />
                  <Warning report={report} today={today} />
                </th>
                <td>{report.state?.asOf && formatDate(report.state.asOf)}</td>
                <td class="number">{formatCount(report.plans)}</td>
                {used.map(key => (
                  <td class="number">{formatCount(report.tasks.get(key) ?? 0)}</td>
                ))}
                <td class="number">{formatCount(totalOf(report.tasks))}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <h2>
        {words.missing} ({formatCount(missing.length)})
      </h2>
      {missing.length === 0 ? (
        <p>{words.nobodyMissing}</p>
      ) : (
        <>
          <p>{words.missingNote}</p>
          <ul>
            {missing.map(({ peer, state }) => (
              <li>
                <PeerLink peer={peer} path={urls.home} text={peer.name} />:{" "}
                {state?.reason ?? words.notChecked}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

/** Why the numbers of a row are to be read with care. */
function Warning({ report, today }: { report: PeerReport; today: string }) {
  const warning = warningOf(report, today);
  if (warning === undefined) return null;
  return (
    <small>
      {words.warnings[warning]}
      {report.state?.reason && ` (${report.state.reason})`}
    </small>
  );
}
