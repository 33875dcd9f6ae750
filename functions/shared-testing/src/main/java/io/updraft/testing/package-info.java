/** What the tests of several contexts use: a real database, its consumed capacity, a clock. */
@NullMarked
package io.updraft.testing;

import org.jspecify.annotations.NullMarked;
