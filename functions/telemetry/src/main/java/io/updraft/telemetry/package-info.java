/** Data points of devices: taken in, kept in sealed blocks, merged, queried and exported. */
@NullMarked
package io.updraft.telemetry;

import org.jspecify.annotations.NullMarked;
