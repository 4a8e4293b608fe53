package levels

import "strings"

// Words that names are made of. Team names say nothing about what a team owns; applications are named after what
// they do for customers.
var (
	people = strings.Fields(`Asha Bram Chidi Dorota Emil Fatima Goran Hana Idris Jolanta Kofi Leila Mateo Nadia Olu Petra
		Quentin Rosa Samir Tuula Umar Vera Wanja Ximena Yusuf Zofia Anneke Boris Carmen Darius Esra Femi Greta Hugo Imani
		Jun Katja Lars Mei Nils`)

	birds = strings.Fields(`avocet bittern brambling bunting buzzard chiffchaff cormorant crane crossbill curlew dipper
		dotterel dunlin dunnock egret eider fieldfare firecrest flycatcher fulmar gannet garganey godwit goldcrest
		goosander goshawk grebe greenshank guillemot harrier heron hobby hoopoe jackdaw kestrel kingfisher kittiwake
		knot lapwing linnet magpie mallard merlin nightjar nuthatch osprey ouzel oystercatcher petrel pintail pipit
		plover pochard puffin quail razorbill redpoll redstart ruff sanderling serin shearwater shoveler shrike siskin
		skua skylark smew snipe sparrow spoonbill starling stint stonechat swift tern thrush treecreeper turnstone
		twite wagtail warbler waxwing wheatear whimbrel whinchat wigeon woodcock wryneck yellowhammer`)

	shades = strings.Fields(`amber ashen bright brisk calm cedar clear copper dusky early even fallow fleet frosty golden
		green grey hazel ivory keen late level little long mellow misty north olive pale quick quiet russet sandy shy
		silver slate south steady sunny tawny umber warm west wild windy`)

	functions = strings.Fields(`accounts address alerts archive auction audit basket billing booking budget calendar
		campaigns catalogue chat checkout claims consent contracts coupons credit deals delivery deposits dispatch
		documents donations events feedback fleet forecast fraud gallery gateway gifts identity insights inventory
		invoices journeys labels leases ledger licences loans loyalty mailing maps meters news offers orders parcels
		parking passes payments payroll pension permits planner policies pricing profile promos quotes ratings rebates
		receipts referrals refunds registry rentals returns reviews rewards routing savings search seating settings
		shelf shipping stock stores subscriptions surveys tariffs taxes tickets tracking transfers travel vouchers
		wallet warranty wishlist`)

	sides = strings.Fields(`agent airport branch broker city club coach country courier crew dealer depot family field
		garden group guest home hotel island kids market mobile music office online outlet partner pet phone
		player rail region ride school ship shop sport staff street studio student supplier trade trip venue village
		web youth`)
)
