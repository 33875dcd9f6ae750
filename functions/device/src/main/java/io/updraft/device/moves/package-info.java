/** What several operations carry out on updates: moves, automatic retries, rollbacks. */
@NullMarked
package io.updraft.device.moves;

import org.jspecify.annotations.NullMarked;
