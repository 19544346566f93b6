# Lisenser: hva de heter, og hvorfor en blir nektet.

licence-of-tier = { $licence } { $tier }

error-extension_required = Denne lisensen trenger et internnummer. Sentralens liste viser neste ledige.
error-exchange_not_recorded = Ingen sentral er lagt inn ennå. Legg til en blant sentralene først.
error-helpdesk_not_recorded = Ikke noe kundesenter er lagt inn ennå. Legg til et blant kundesentrene først.
error-helpdesk_required = Denne lisensen trenger et kundesenter. Velg et.
error-licence_upgrade_only = En lisens kan bare bli større. Ta den fra brukeren først, og gi så en annen.
