/** Measures of how fast points are judged by rules. */
@NullMarked
package io.updraft.alert.bench;

import org.jspecify.annotations.NullMarked;
