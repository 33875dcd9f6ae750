/**
 * What the tests of several contexts use: a real database, a clock, API calls, rules on structure.
 */
@NullMarked
package io.updraft.testing;

import org.jspecify.annotations.NullMarked;
