/** Measures what a running Updraft needs for what devices do all day. */
@NullMarked
package io.updraft.fleet.bench;

import org.jspecify.annotations.NullMarked;
