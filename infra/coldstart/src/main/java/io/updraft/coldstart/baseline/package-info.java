/** The least that a function can be; what ours take is measured beside them. */
@NullMarked
package io.updraft.coldstart.baseline;

import org.jspecify.annotations.NullMarked;
