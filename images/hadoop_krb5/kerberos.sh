# shellcheck shell=sh

# Of the usual lives of a ticket, 8 to 24 hours, this leaves several tries before it ends.
KERBEROS_RENEWAL_SECONDS=${KERBEROS_RENEWAL_SECONDS:-3600}
KINIT_SECONDS=60

# log_in: takes a ticket and keeps it fresh for as long as this process lives, whatever it becomes.
log_in() {
  require KERBEROS_PRINCIPAL KERBEROS_KEYTAB
  [ -r "$KERBEROS_KEYTAB" ] || fail "the key tab $KERBEROS_KEYTAB is not there or may not be read; it comes from a Secret"
  # A container has no kernel keyring, and its only place to write is /tmp.
  export KRB5CCNAME=FILE:/tmp/krb5cc
  # One try: a wrong key tab does not get better, and many tries can lock the principal.
  take_ticket || fail "no Kerberos ticket for $KERBEROS_PRINCIPAL: $(cause "$?"); nothing is started"
  every "$KERBEROS_RENEWAL_SECONDS" "$$" renew_ticket &
}

take_ticket() {
  timeout "$KINIT_SECONDS" kinit -kt "$KERBEROS_KEYTAB" "$KERBEROS_PRINCIPAL" </dev/null
}

# A running program can do without a new ticket until the old one ends, so this only says that it failed.
renew_ticket() {
  take_ticket || say "the Kerberos ticket of $KERBEROS_PRINCIPAL could not be renewed: $(cause "$?");" \
    "tries again in $KERBEROS_RENEWAL_SECONDS seconds"
}

# cause STATUS: prints why kinit ended so. 124 is timeout's own.
cause() {
  if [ "$1" -eq 124 ]; then
    echo "waited $KINIT_SECONDS seconds for the KDC that ${KRB5_CONFIG:-/etc/krb5.conf} names"
  else
    echo "kinit with $KERBEROS_KEYTAB ended with $1, its reason stands above"
  fi
}
