/** Answers questions for data points: as they came, the latest, or aggregated. */
@NullMarked
package io.updraft.telemetry.query;

import org.jspecify.annotations.NullMarked;
