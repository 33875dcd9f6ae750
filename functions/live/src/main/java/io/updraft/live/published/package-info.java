/** What other contexts hand over for those who watch. */
@NullMarked
package io.updraft.live.published;

import org.jspecify.annotations.NullMarked;
