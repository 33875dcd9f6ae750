/** Data points of several devices in one request, brought to their devices. */
@NullMarked
package io.updraft.telemetry.delivery;

import org.jspecify.annotations.NullMarked;
