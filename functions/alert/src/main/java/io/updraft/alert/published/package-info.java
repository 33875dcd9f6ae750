/** What notifications may ask of alerts. */
@NullMarked
package io.updraft.alert.published;

import org.jspecify.annotations.NullMarked;
