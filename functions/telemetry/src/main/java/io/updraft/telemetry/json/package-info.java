/** Data points as JSON, in and out. */
@NullMarked
package io.updraft.telemetry.json;

import org.jspecify.annotations.NullMarked;
