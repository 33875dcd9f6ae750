/** What other contexts may know of telemetry. */
@NullMarked
package io.updraft.telemetry.published;

import org.jspecify.annotations.NullMarked;
