/** The figures of updates reach their firmware. */
@NullMarked
package io.updraft.device.statistics;

import org.jspecify.annotations.NullMarked;
