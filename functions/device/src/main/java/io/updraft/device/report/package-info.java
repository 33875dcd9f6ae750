/** A device says how its update goes. */
@NullMarked
package io.updraft.device.report;

import org.jspecify.annotations.NullMarked;
