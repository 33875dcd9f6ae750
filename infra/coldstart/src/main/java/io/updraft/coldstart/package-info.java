/** Starts the packages of the functions as Lambda does, and measures what a cold start costs. */
@NullMarked
package io.updraft.coldstart;

import org.jspecify.annotations.NullMarked;
