/** Sealed blocks: the compressed columns in which data points are stored, and nothing of where. */
@NullMarked
package io.updraft.telemetry.block;

import org.jspecify.annotations.NullMarked;
