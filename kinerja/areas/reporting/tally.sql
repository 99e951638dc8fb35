-- What the counting reports of a line add up to, kept by the database in the transaction that changes them: acts, bulk
-- loading and repairs by hand cannot forget it. A line is `planning_indicator.lineage`: the same in every version of an SKP.
-- New reports are added to the row, whose lock lets a second writer wait; whatever takes away or changes is counted anew,
-- once the row is locked: each statement of a plpgsql function sees what was committed before it. Rows are locked in the
-- order of their lines. The application may only read the table.

CREATE FUNCTION reporting_counted(tenant uuid, lines uuid[]) RETURNS SETOF reporting_tally LANGUAGE sql STABLE AS $$
  -- the truth, from the reports themselves; a line without any has a row of zeros
  SELECT tenant, l.line, count(r.id)::int, coalesce(sum(r.value), 0), min(r.day), max(r.day),
         (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC) FILTER (WHERE r.id IS NOT NULL))[1],
         (array_agg(r.sent_at ORDER BY r.day DESC, r.sent_at DESC, r.id DESC) FILTER (WHERE r.id IS NOT NULL))[1],
         (array_agg(r.id ORDER BY r.day DESC, r.sent_at DESC, r.id DESC) FILTER (WHERE r.id IS NOT NULL))[1],
         max(r.sent_at), coalesce(sum(e.files), 0)::int, (count(*) FILTER (WHERE e.files > 0))::int,
         (count(*) FILTER (WHERE r.state = 'DIKIRIM'))::int
    FROM unnest(lines) AS l(line)
    LEFT JOIN planning_indicator i ON i.instansi_id = tenant AND i.lineage = l.line
    LEFT JOIN reporting_report r ON r.instansi_id = tenant AND r.indicator_id = i.id AND r.state IN ('DIKIRIM', 'DITERIMA')
    LEFT JOIN LATERAL (
      SELECT count(*) AS files FROM reporting_evidence f
       WHERE f.instansi_id = r.instansi_id AND f.report_id = r.id AND f.removed_at IS NULL) e ON true
   GROUP BY l.line
$$;

CREATE FUNCTION reporting_recount(lines uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  tenant uuid := nullif(current_setting('kinerja.instansi', true), '')::uuid;
BEGIN
  IF coalesce(cardinality(lines), 0) = 0 THEN
    RETURN;
  END IF;
  INSERT INTO reporting_tally (instansi_id, lineage, reports, total, evidence, proven, waiting)
  SELECT tenant, l.line, 0, 0, 0, 0, 0 FROM unnest(lines) AS l(line) ORDER BY l.line
      ON CONFLICT DO NOTHING;
  PERFORM 1 FROM reporting_tally WHERE instansi_id = tenant AND lineage = ANY(lines) ORDER BY lineage FOR UPDATE;
  UPDATE reporting_tally t
     SET reports = n.reports, total = n.total, first_day = n.first_day, last_day = n.last_day, last_value = n.last_value,
         latest_sent_at = n.latest_sent_at, latest_id = n.latest_id, last_sent_at = n.last_sent_at,
         evidence = n.evidence, proven = n.proven, waiting = n.waiting
    FROM reporting_counted(tenant, lines) n
   WHERE t.instansi_id = tenant AND t.lineage = n.lineage;
END $$;

CREATE FUNCTION reporting_count_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO reporting_tally AS t (instansi_id, lineage, reports, total, first_day, last_day, last_value, latest_sent_at,
                                    latest_id, last_sent_at, evidence, proven, waiting)
  SELECT r.instansi_id, i.lineage, count(*), sum(r.value), min(r.day), max(r.day),
         (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1],
         (array_agg(r.sent_at ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1],
         (array_agg(r.id ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1],
         max(r.sent_at), 0, 0, count(*) FILTER (WHERE r.state = 'DIKIRIM')
    FROM added r JOIN planning_indicator i ON i.instansi_id = r.instansi_id AND i.id = r.indicator_id
   WHERE r.state IN ('DIKIRIM', 'DITERIMA')
   GROUP BY r.instansi_id, i.lineage
   ORDER BY r.instansi_id, i.lineage
      ON CONFLICT (instansi_id, lineage) DO UPDATE
     SET reports = t.reports + excluded.reports, total = t.total + excluded.total,
         first_day = least(t.first_day, excluded.first_day), last_day = greatest(t.last_day, excluded.last_day),
         (last_value, latest_sent_at, latest_id) = (
           SELECT (CASE WHEN newer THEN excluded.last_value ELSE t.last_value END),
                  (CASE WHEN newer THEN excluded.latest_sent_at ELSE t.latest_sent_at END),
                  (CASE WHEN newer THEN excluded.latest_id ELSE t.latest_id END)
             FROM (SELECT t.latest_id IS NULL
                       OR (excluded.last_day, excluded.latest_sent_at, excluded.latest_id)
                        > (t.last_day, t.latest_sent_at, t.latest_id)) AS x(newer)),
         last_sent_at = greatest(t.last_sent_at, excluded.last_sent_at), waiting = t.waiting + excluded.waiting;
  RETURN NULL;
END $$;

CREATE FUNCTION reporting_count_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM reporting_recount(ARRAY(
    SELECT DISTINCT i.lineage
      FROM old_rows o JOIN new_rows n ON n.instansi_id = o.instansi_id AND n.id = o.id
      JOIN planning_indicator i ON i.instansi_id = o.instansi_id AND i.id IN (o.indicator_id, n.indicator_id)
     WHERE (o.state, o.value, o.day, o.sent_at, o.indicator_id)
           IS DISTINCT FROM (n.state, n.value, n.day, n.sent_at, n.indicator_id)
       AND (o.state IN ('DIKIRIM', 'DITERIMA') OR n.state IN ('DIKIRIM', 'DITERIMA'))));
  RETURN NULL;
END $$;

CREATE FUNCTION reporting_count_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM reporting_recount(ARRAY(
    SELECT DISTINCT i.lineage
      FROM touched r JOIN planning_indicator i ON i.instansi_id = r.instansi_id AND i.id = r.indicator_id));
  RETURN NULL;
END $$;

CREATE FUNCTION reporting_count_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM reporting_recount(ARRAY(
    SELECT DISTINCT i.lineage
      FROM touched f
      JOIN reporting_report r ON r.instansi_id = f.instansi_id AND r.id = f.report_id AND r.state IN ('DIKIRIM', 'DITERIMA')
      JOIN planning_indicator i ON i.instansi_id = r.instansi_id AND i.id = r.indicator_id));
  RETURN NULL;
END $$;

CREATE TRIGGER reporting_tally_added AFTER INSERT ON reporting_report
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_added();
CREATE TRIGGER reporting_tally_changed AFTER UPDATE ON reporting_report
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_changed();
CREATE TRIGGER reporting_tally_removed AFTER DELETE ON reporting_report
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_removed();
CREATE TRIGGER reporting_tally_proof_added AFTER INSERT ON reporting_evidence
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_proof();
CREATE TRIGGER reporting_tally_proof_changed AFTER UPDATE ON reporting_evidence
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_proof();
CREATE TRIGGER reporting_tally_proof_removed AFTER DELETE ON reporting_evidence
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION reporting_count_proof();
