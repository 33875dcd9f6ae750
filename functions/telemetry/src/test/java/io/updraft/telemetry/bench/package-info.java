/** Measures of the blocks in which telemetry is stored, and of what was not taken for them. */
@NullMarked
package io.updraft.telemetry.bench;

import org.jspecify.annotations.NullMarked;
