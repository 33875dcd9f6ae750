/** Points as CSV: in one answer, or as a file that is written part by part. */
@NullMarked
package io.updraft.telemetry.export;

import org.jspecify.annotations.NullMarked;
