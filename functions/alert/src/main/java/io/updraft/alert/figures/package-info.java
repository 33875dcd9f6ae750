/** Counts alerts, from the stream of their table. */
@NullMarked
package io.updraft.alert.figures;

import org.jspecify.annotations.NullMarked;
