"""The verbs over many reports: block, compare, judge, cluster, tally. Pure functions; the store hands them rows."""
