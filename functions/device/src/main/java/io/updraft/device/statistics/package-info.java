/** The figures of updates reach their firmware and the statistics of their organization. */
@NullMarked
package io.updraft.device.statistics;

import org.jspecify.annotations.NullMarked;
