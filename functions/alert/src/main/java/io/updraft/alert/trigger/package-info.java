/** Judges what arrives by the rules. */
@NullMarked
package io.updraft.alert.trigger;

import org.jspecify.annotations.NullMarked;
