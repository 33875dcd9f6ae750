/** What alert rules are, and what keeps them. */
@NullMarked
package io.updraft.alert.domain;

import org.jspecify.annotations.NullMarked;
