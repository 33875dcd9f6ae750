/** Looks at what is due: alerts whose condition may be clear, silent devices. */
@NullMarked
package io.updraft.alert.sweep;

import org.jspecify.annotations.NullMarked;
