/** Makes one value of all data points within an interval of time, for every interval of a query. */
@NullMarked
package io.updraft.telemetry.aggregate;

import org.jspecify.annotations.NullMarked;
