/** Takes in data points as JSON: one, a batch of one device, or those of many devices. */
@NullMarked
package io.updraft.telemetry.ingest;

import org.jspecify.annotations.NullMarked;
