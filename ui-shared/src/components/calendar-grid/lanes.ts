export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Lane {
  readonly lane: number;
  /** How many lanes the cluster has: the width is divided by it. */
  readonly lanes: number;
}

/**
 * Side-by-side lanes for spans that overlap. Spans that touch each other through others form a cluster, and only a
 * cluster shares its width, so one crowded hour does not narrow the whole day.
 * @param spans sorted by start; half-open, so one that begins where another ends does not overlap it
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
  const placed: Lane[] = [];
  let cluster: number[] = [];
  let laneEnds: number[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;

  const closeCluster = (): void => {
    for (const lane of cluster) placed.push({ lane, lanes: laneEnds.length });
    cluster = [];
    laneEnds = [];
  };

  for (const span of spans) {
    if (span.start >= clusterEnd) closeCluster();
    const free = laneEnds.findIndex((end) => end <= span.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.end;
    cluster.push(lane);
    clusterEnd = cluster.length === 1 ? span.end : Math.max(clusterEnd, span.end);
  }
  closeCluster();
  return placed;
}
