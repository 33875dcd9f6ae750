/** Brings points and alerts to those who watch them, not more often than they want. */
@NullMarked
package io.updraft.live.deliver;

import org.jspecify.annotations.NullMarked;
