/** Judges and keeps data points, whatever the format in which they came. */
@NullMarked
package io.updraft.telemetry.intake;

import org.jspecify.annotations.NullMarked;
