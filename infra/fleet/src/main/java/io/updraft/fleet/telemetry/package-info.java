/** Devices that measure and send, and whether the server tells the same afterwards. */
@NullMarked
package io.updraft.fleet.telemetry;

import org.jspecify.annotations.NullMarked;
