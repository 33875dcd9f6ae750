/** Counts what arrives, from the stream of the arrivals table. */
@NullMarked
package io.updraft.telemetry.figures;

import org.jspecify.annotations.NullMarked;
